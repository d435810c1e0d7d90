package io.smswarden.app.traffic;

/** Who writes a generated message: the groups by which a report counts. */
public enum Source {
  /** Families and friends. */
  PEOPLE,
  /** Wishes and neighbours' notices that many people pass on in nearly the same words. */
  GREETING,
  /** Riders, drivers and landlords, from their own numbers to people who don't know them. */
  ERRAND,
  BANK,
  COURIER,
  TELECOM,
  SHOP,
  GOVERNMENT,
  SCHOOL,
  HOSPITAL,
  /** Codes of applications, property managers, travel agents. */
  SERVICE,
  LENDER,
  LAWFUL_COLLECTOR,
  /** Registered shops that advertise. */
  ADVERTISER,
  ABUSIVE_COLLECTOR,
  CAMPAIGN
}
