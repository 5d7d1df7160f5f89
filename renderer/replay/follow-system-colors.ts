/** Dark or light as the system has it, light on paper. */
export function followSystemColors(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const set = (scheme: 'dark' | 'light') => {
    document.documentElement.dataset['mantineColorScheme'] = scheme
  }
  const follow = () => set(system.matches ? 'dark' : 'light')
  follow()
  system.addEventListener('change', follow)
  window.addEventListener('beforeprint', () => set('light'))
  window.addEventListener('afterprint', follow)
}
