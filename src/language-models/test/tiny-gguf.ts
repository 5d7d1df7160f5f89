import { writeFileSync } from 'node:fs'
import { createRandom } from '../../base/random.ts'

export interface TinyGgufOptions {
  readonly width?: number
  readonly layers?: number
  readonly heads?: number
  readonly feedForward?: number
  readonly contextTokens?: number
  readonly type?: 'f32' | 'q8_0'
  readonly seed?: number
  readonly name?: string
  readonly chatTemplate?: string
}

/** The ChatML template, as chat models ship it. */
export const chatMlTemplate =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"

const types = { f32: 0, q8_0: 8 } as const
const fileTypes = { f32: 0, q8_0: 7 } as const
const valueTypes = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9, uint64: 10 } as const
const alignment = 32

/** Little-endian bytes, appended. */
class ByteWriter {
  readonly chunks: Buffer[] = []
  length = 0

  bytes(chunk: Buffer): void {
    this.chunks.push(chunk)
    this.length += chunk.length
  }

  number(size: number, set: (view: DataView) => void): void {
    const chunk = Buffer.alloc(size)
    set(new DataView(chunk.buffer, chunk.byteOffset, size))
    this.bytes(chunk)
  }

  uint32(value: number): void {
    this.number(4, (view) => view.setUint32(0, value, true))
  }

  uint64(value: number): void {
    this.number(8, (view) => view.setBigUint64(0, BigInt(value), true))
  }

  float32(value: number): void {
    this.number(4, (view) => view.setFloat32(0, value, true))
  }

  string(value: string): void {
    const chunk = Buffer.from(value, 'utf8')
    this.uint64(chunk.length)
    this.bytes(chunk)
  }

  /** The head of an array. */
  arrayOf(type: number, length: number): void {
    this.uint32(valueTypes.array)
    this.uint32(type)
    this.uint64(length)
  }

  pad(): void {
    const rest = this.length % alignment
    if (rest > 0) this.bytes(Buffer.alloc(alignment - rest))
  }
}

type Value =
  | { type: 'uint32' | 'float32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'strings'; value: readonly string[] }
  | { type: 'floats' | 'integers'; value: readonly number[] }

function writeValue(writer: ByteWriter, entry: Value): void {
  switch (entry.type) {
    case 'uint32':
      writer.uint32(valueTypes.uint32)
      writer.uint32(entry.value)
      break
    case 'float32':
      writer.uint32(valueTypes.float32)
      writer.float32(entry.value)
      break
    case 'bool':
      writer.uint32(valueTypes.bool)
      writer.bytes(Buffer.from([entry.value ? 1 : 0]))
      break
    case 'string':
      writer.uint32(valueTypes.string)
      writer.string(entry.value)
      break
    case 'strings':
      writer.arrayOf(valueTypes.string, entry.value.length)
      for (const item of entry.value) writer.string(item)
      break
    case 'floats':
      writer.arrayOf(valueTypes.float32, entry.value.length)
      for (const item of entry.value) writer.float32(item)
      break
    case 'integers':
      writer.arrayOf(valueTypes.int32, entry.value.length)
      for (const item of entry.value) writer.uint32(item)
  }
}

/** An SPM vocabulary: five special tokens, 256 byte tokens, the printable ASCII characters. */
function vocabulary(): { tokens: string[]; scores: number[]; types: number[] } {
  const special = ['<unk>', '<s>', '</s>', '<|im_start|>', '<|im_end|>']
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  const characters = ['\u2581', ...printable]
  return {
    tokens: [...special, ...bytes, ...characters],
    scores: [...special.map(() => 0), ...bytes.map(() => 0), ...characters.map((_, index) => -index - 1)],
    types: [2, 3, 3, 3, 3, ...bytes.map(() => 6), ...characters.map(() => 1)],
  }
}

function encodeQ8(values: Float32Array): Buffer {
  const blocks = values.length / 32
  const bytes = Buffer.alloc(blocks * 34)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let block = 0; block < blocks; block++) {
    const part = values.subarray(block * 32, block * 32 + 32)
    const scale = part.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
    view.setFloat16(block * 34, scale, true)
    part.forEach((value, index) => {
      view.setInt8(block * 34 + 2 + index, scale === 0 ? 0 : Math.round(value / scale))
    })
  }
  return bytes
}

/** Writes a llama-architecture GGUF with random weights: the real engine runs it, what it says is noise. */
export function writeTinyGguf(path: string, options: TinyGgufOptions = {}): void {
  const { width = 64, layers = 2, heads = 4, contextTokens = 512, type = 'f32', seed = 1 } = options
  const feedForward = options.feedForward ?? width * 2
  const vocab = vocabulary()
  const size = vocab.tokens.length
  const metadata: [string, Value][] = [
    ['general.architecture', { type: 'string', value: 'llama' }],
    ['general.name', { type: 'string', value: options.name ?? 'tiny random' }],
    ['general.license', { type: 'string', value: 'mit' }],
    ['general.file_type', { type: 'uint32', value: fileTypes[type] }],
    ['general.quantization_version', { type: 'uint32', value: 2 }],
    ['general.alignment', { type: 'uint32', value: alignment }],
    ['llama.context_length', { type: 'uint32', value: contextTokens }],
    ['llama.embedding_length', { type: 'uint32', value: width }],
    ['llama.block_count', { type: 'uint32', value: layers }],
    ['llama.feed_forward_length', { type: 'uint32', value: feedForward }],
    ['llama.attention.head_count', { type: 'uint32', value: heads }],
    ['llama.attention.head_count_kv', { type: 'uint32', value: heads }],
    ['llama.attention.layer_norm_rms_epsilon', { type: 'float32', value: 1e-5 }],
    ['llama.rope.dimension_count', { type: 'uint32', value: width / heads }],
    ['llama.rope.freq_base', { type: 'float32', value: 10000 }],
    ['llama.vocab_size', { type: 'uint32', value: size }],
    ['tokenizer.ggml.model', { type: 'string', value: 'llama' }],
    ['tokenizer.ggml.pre', { type: 'string', value: 'default' }],
    ['tokenizer.ggml.tokens', { type: 'strings', value: vocab.tokens }],
    ['tokenizer.ggml.scores', { type: 'floats', value: vocab.scores }],
    ['tokenizer.ggml.token_type', { type: 'integers', value: vocab.types }],
    ['tokenizer.ggml.bos_token_id', { type: 'uint32', value: 1 }],
    ['tokenizer.ggml.eos_token_id', { type: 'uint32', value: options.chatTemplate === undefined ? 2 : 4 }],
    ['tokenizer.ggml.unknown_token_id', { type: 'uint32', value: 0 }],
    ['tokenizer.ggml.add_bos_token', { type: 'bool', value: true }],
    ['tokenizer.ggml.add_eos_token', { type: 'bool', value: false }],
    ['tokenizer.ggml.add_space_prefix', { type: 'bool', value: false }],
  ]
  if (options.chatTemplate !== undefined)
    metadata.push(['tokenizer.chat_template', { type: 'string', value: options.chatTemplate }])

  const random = createRandom(seed)
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  const matrix = (name: string, [rows, columns]: readonly [number, number], scale = 1 / Math.sqrt(rows)) => {
    const values = Float32Array.from({ length: rows * columns }, () => gaussian() * scale)
    const data = type === 'q8_0' ? encodeQ8(values) : Buffer.from(values.buffer)
    return { name, shape: [rows, columns], type: types[type], data }
  }
  const ones = (name: string) => {
    return { name, shape: [width], type: types.f32, data: Buffer.from(new Float32Array(width).fill(1).buffer) }
  }
  const tensors = [
    matrix('token_embd.weight', [width, size], 0.5),
    ones('output_norm.weight'),
    matrix('output.weight', [width, size], 0.3),
  ]
  for (let layer = 0; layer < layers; layer++) {
    const block = `blk.${layer}`
    for (const name of ['attn_q', 'attn_k', 'attn_v', 'attn_output'])
      tensors.push(matrix(`${block}.${name}.weight`, [width, width]))
    tensors.push(ones(`${block}.attn_norm.weight`), ones(`${block}.ffn_norm.weight`))
    tensors.push(matrix(`${block}.ffn_gate.weight`, [width, feedForward]))
    tensors.push(matrix(`${block}.ffn_up.weight`, [width, feedForward]))
    tensors.push(matrix(`${block}.ffn_down.weight`, [feedForward, width]))
  }

  const writer = new ByteWriter()
  writer.bytes(Buffer.from('GGUF', 'latin1'))
  writer.uint32(3)
  writer.uint64(tensors.length)
  writer.uint64(metadata.length)
  for (const [key, entry] of metadata) {
    writer.string(key)
    writeValue(writer, entry)
  }
  let offset = 0
  for (const tensor of tensors) {
    writer.string(tensor.name)
    writer.uint32(tensor.shape.length)
    for (const dimension of tensor.shape) writer.uint64(dimension)
    writer.uint32(tensor.type)
    writer.uint64(offset)
    offset += Math.ceil(tensor.data.length / alignment) * alignment
  }
  writer.pad()
  for (const tensor of tensors) {
    writer.bytes(tensor.data)
    writer.pad()
  }
  writeFileSync(path, Buffer.concat(writer.chunks))
}
