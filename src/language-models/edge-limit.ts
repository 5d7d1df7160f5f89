const mostParameters = 8e9
const mostBytes = 4e9

/** Whether a model is larger than what a small machine at the edge can hold: above 8 billion parameters or 4 GB. */
export function isBeyondEdge(model: { readonly parameters: number; readonly sizeBytes: number }): boolean {
  return model.parameters > mostParameters || model.sizeBytes > mostBytes
}
