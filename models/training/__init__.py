"""Training of `planwright-nano`: tokenizer, model, trainer and GGUF export. See README.md in this folder."""
