/** The text model: a linear classifier of hashed character n-grams, its training and its file. */
package io.smswarden.filter.model;
