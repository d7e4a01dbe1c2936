-- Opens LSP_FILE in Neovim with the language server LSP_CMD over stdio, takes the action LSP_ACTION at the first finding that offers it, and
-- prints the lines that it changed, as JSON, and whether undo brings them back.
-- nvim --clean --headless -c "luafile neovim-mending.lua". Written for Neovim 0.7. Exit code 0: all answered.
local function say(kind, value) io.stdout:write('\n' .. kind .. ' ' .. vim.fn.json_encode(value) .. '\n') end
local function stop(words) say('error', words); vim.cmd('1cquit!') end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.LSP_FILE))
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = 'sql'
local client = vim.lsp.start_client({ name = 'flink-lineage', cmd = vim.split(vim.env.LSP_CMD, ' '), root_dir = vim.fn.getcwd() })
if not client then stop('no client') end
vim.lsp.buf_attach_client(buffer, client)
local function lines() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
local before = lines()
if not vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20) then stop('no diagnostics') end

local taken
for _, it in ipairs(vim.diagnostic.get(buffer)) do
  local diagnostic = it.user_data and it.user_data.lsp or {}
  local range = { start = { line = it.lnum, character = it.col }, ['end'] = { line = it.end_lnum, character = it.end_col } }
  local asked = { range = range, message = it.message, severity = it.severity, source = it.source, code = it.code or diagnostic.code }
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, range = range, context = { diagnostics = { asked } } }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 10000) or {}
  for _, answer in pairs(answers) do
    for _, action in ipairs(answer.result or {}) do
      if not taken and action.title == vim.env.LSP_ACTION then taken = action end
    end
  end
end
if not taken then stop('no such action') end
vim.lsp.util.apply_workspace_edit(taken.edit, 'utf-16')
local changed = {}
for number, line in ipairs(lines()) do
  if line ~= before[number] then table.insert(changed, line) end
end
say('changed', changed)
vim.cmd('undo')
say('undone', vim.deep_equal(lines(), before))
vim.cmd('qall!')
