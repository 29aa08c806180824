// Sets the remembered theme before the first paint; without one the stylesheet follows the system.
// A file of its own, since an inline script would need a hole in the content security policy.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system decides.
}
