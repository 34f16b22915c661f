-- Serves many conversions from one pandoc process (`pandoc lua pandoc_worker.lua`).
--
-- A request on standard input: "<header bytes> <payload bytes>\n", a JSON header, the payload.
-- A response on standard output: "<status> <bytes>\n" and the bytes; status is `ok` or `error`.
-- Header fields: from, to, template, variables, options, media (name, type, size). The bytes of
-- the media follow the payload in the order of the list.
io.stdout:setvbuf('full')

local templates = {}

local function compiled(source)
  if templates[source] == nil then
    templates[source] = pandoc.template.compile(source)
  end
  return templates[source]
end

local function serve(header, payload, media)
  pandoc.mediabag.empty()
  for _, item in ipairs(media) do
    pandoc.mediabag.insert(item.name, item.type, item.data)
  end
  local document = pandoc.read(payload, header.from)
  local options = header.options or {}
  options.variables = header.variables or {}
  if header.template then
    options.template = compiled(header.template)
  end
  return pandoc.write(document, header.to, pandoc.WriterOptions(options))
end

while true do
  local line = io.read('L')
  if not line then break end
  local header_size, payload_size = line:match('^(%d+) (%d+)\n$')
  local header = pandoc.json.decode(io.read(tonumber(header_size)), false)
  local payload = tonumber(payload_size) > 0 and io.read(tonumber(payload_size)) or ''
  local media = {}
  for _, item in ipairs(header.media or {}) do
    local data = item.size > 0 and io.read(item.size) or ''
    media[#media + 1] = {name = item.name, type = item.type, data = data}
  end
  local done, result = pcall(serve, header, payload, media)
  if not done then result = tostring(result) end
  io.write(done and 'ok ' or 'error ', #result, '\n', result)
  io.flush()
end
