// Runs before the first paint, so that nothing flashes in the wrong theme or language.
(() => {
  const root = document.documentElement;
  const theme = localStorage.getItem('smswarden.theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  const kept = localStorage.getItem('smswarden.language');
  const language = kept || (navigator.language.startsWith('zh') ? 'zh' : 'en');
  root.lang = language === 'zh' ? 'zh-Hans' : 'en';
})();
