// Before the first paint: the theme, face and language chosen on this device (platform/web/preferences.ts).
try {
  var root = document.documentElement
  var theme = localStorage.getItem('preau.theme')
  var font = localStorage.getItem('preau.font')
  var language = localStorage.getItem('preau.language')
  if (theme) root.dataset.theme = theme
  if (font) root.dataset.font = font
  if (language) root.lang = language
} catch {
  // Storage is forbidden: the system's theme is right.
}
