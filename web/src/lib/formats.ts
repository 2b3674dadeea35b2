/** Making a format takes far longer than using it, and a list says hundreds of dates and amounts. */
function kept<Options extends object, Format>(make: (locale: string, options: Options) => Format) {
  const known = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${Object.entries(options).join()}`;
    let format = known.get(key);
    if (format === undefined) {
      format = make(locale, options);
      known.set(key, format);
    }
    return format;
  };
}

export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
