
(() => {
  "use strict";
  const TEXT = {
    zh: {
      recall: "召回率", precision: "精确率", fpr: "误报率", sent: "原文", rewritten: "改写后",
      atWarn: "默认阈值", atWarnRewritten: "默认阈值，改写后", score: "分值", share: "垃圾占比",
      low: "95% 下限", high: "95% 上限", ideal: "理想", spam: "垃圾短信", ham: "正常短信", messages: "短信条数",
    },
    en: {
      recall: "recall", precision: "precision", fpr: "false-positive rate", sent: "as sent", rewritten: "rewritten",
      atWarn: "default threshold", atWarnRewritten: "the same, rewritten", score: "score", share: "share of spam",
      low: "95 % low", high: "95 % high", ideal: "ideal", spam: "spam", ham: "ham", messages: "messages",
    },
  };
  const english = document.getElementById("en");
  // Two charts side by side on A4 or Letter: a canvas does not shrink with the page.
  const PRINTED = {width: 315, height: 230};
  let plots = [];

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const figure = value => value == null ? "–" : value.toFixed(4);
  const percent = value => value == null ? "–" : Number((100 * value).toPrecision(3)) + "%";

  const axis = (label, values, size = 34) => ({
    label, size, ...(values && {values}), stroke: colour("soft"), labelSize: 24, labelFont: "12px system-ui, sans-serif",
    font: "11px system-ui, sans-serif", grid: {stroke: colour("line"), width: 1}, ticks: {stroke: colour("line"), width: 1},
  });
  const line = (label, stroke, more) =>
    ({label, stroke: colour(stroke), width: 2, points: {show: false}, value: (u, v) => figure(v), spanGaps: true, ...more});
  const spot = (label, stroke) =>
    line(label, stroke, {width: 0, points: {show: true, size: 10, fill: colour(stroke), stroke: colour("card"), width: 2}, spanGaps: false});

  const markers = {
    width: 2,
    stroke: (u, i) => u.series[i].stroke(u, i),
    fill: (u, i) => u.series[i].fill ? u.series[i].fill(u, i) : u.series[i].width ? null : u.series[i].stroke(u, i),
  };

  // The curves use little of the square: their axis starts below the lowest point that counts.
  const floor = columns => {
    const values = columns.slice(1, 3).flat().filter(v => v != null);
    return Math.min(0.9, Math.floor(10 * Math.min(...values)) / 10);
  };
  const curves = (t, columns, x) => ({
    series: [x, line(t.sent, "first"), line(t.rewritten, "second", {dash: [6, 4]}), spot(t.atWarn, "first"), spot(t.atWarnRewritten, "second")],
    scales: {y: {range: [floor(columns), 1.01]}},
  });

  const CHARTS = {
    precision: (t, columns) => {
      const chart = curves(t, columns, {label: t.recall, value: (u, v) => figure(v)});
      chart.scales.x = {time: false, range: [0, 1]};
      chart.axes = [axis(t.recall), axis(t.precision, null, 44)];
      return chart;
    },
    roc: (t, columns) => {
      const chart = curves(t, columns, {label: t.fpr, value: (u, v) => percent(v)});
      chart.scales.x = {time: false, distr: 3, range: [columns[0][0], 1]};
      chart.axes = [axis(t.fpr, (u, splits) => splits.map(v => v == null ? "" : percent(v))), axis(t.recall, null, 44)];
      return chart;
    },
    reliability: t => ({
      scales: {x: {time: false, range: [0, 1]}, y: {range: [0, 1]}},
      axes: [axis(t.score), axis(t.share, null, 44)],
      series: [
        {label: t.score, value: (u, v) => figure(v)},
        line(t.share, "first", {points: {show: true, size: 8, fill: colour("first")}}),
        line(t.low, "first", {width: 0}),
        line(t.high, "first", {width: 0}),
        line(t.ideal, "soft", {width: 1, dash: [4, 4]}),
      ],
      bands: [{series: [3, 2], fill: colour("first") + "22"}],
    }),
    histogram: (t, columns) => {
      const bars = (label, stroke, align) => ({
        label, stroke: colour(stroke), fill: colour(stroke), width: 0, points: {show: false},
        value: (u, v) => v == null ? "–" : v.toLocaleString("en"),
        paths: uPlot.paths.bars({size: [0.42, 40], align}),
      });
      const most = Math.max(...columns[1], ...columns[2]);
      const splits = [0];
      for (let split = 1; split <= 2 * most; split *= 10) {
        splits.push(split);
      }
      return {
        scales: {x: {time: false, range: [0, 1]}, y: {distr: 4, asinh: 1, range: [0, 1.5 * most]}},
        axes: [axis(t.score), {...axis(t.messages, (u, all) => all.map(v => v.toLocaleString("en")), 52), splits, filter: (u, all) => all}],
        series: [{label: t.score, value: (u, v) => v == null ? "–" : (v - 0.025).toFixed(2) + "–" + (v + 0.025).toFixed(2)},
          bars(t.ham, "ham", -1), bars(t.spam, "spam", 1)],
      };
    },
  };

  const size = place => document.documentElement.classList.contains("printing") ? PRINTED : {width: place.clientWidth, height: 300};

  function draw() {
    plots.forEach(plot => plot.destroy());
    plots = [];
    const t = TEXT[english.checked ? "en" : "zh"];
    document.documentElement.lang = english.checked ? "en" : "zh-Hans";
    document.querySelectorAll("figure[data-chart]").forEach(element => {
      const columns = JSON.parse(element.dataset.columns);
      const place = element.querySelector(".plot");
      const chart = CHARTS[element.dataset.chart](t, columns);
      plots.push(new uPlot({...size(place), padding: [10, 18, 0, 0], legend: {markers}, ...chart}, columns, place));
    });
  }

  function print(on) {
    document.documentElement.classList.toggle("printing", on);
    draw();
  }

  english.checked = !navigator.language.startsWith("zh");
  document.querySelectorAll("input[name=language]").forEach(input => input.addEventListener("change", draw));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("resize", () => plots.forEach(plot => plot.setSize(size(plot.root.parentNode))));
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  draw();
})();
