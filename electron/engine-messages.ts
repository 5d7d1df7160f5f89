/** From the main process to the engine: a page's port comes with it. */
export const connectMessage = 'planwright-connect'
