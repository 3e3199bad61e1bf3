# Rows, counted from 0, on which a statement begins as the first thing of its line, for each file that standard input names,
# as PowerShell itself reads them: JSON { path: [rows] }.
$ErrorActionPreference = 'Stop'
$rows = [ordered]@{}
foreach ($path in ConvertFrom-Json -InputObject ([Console]::In.ReadToEnd())) {
    $tree = [Management.Automation.Language.Parser]::ParseFile($path, [ref] $null, [ref] $null)
    $lines = [IO.File]::ReadAllLines($path)
    $blocks = $tree.FindAll({ $args[0] -is [Management.Automation.Language.StatementBlockAst] -or $args[0] -is [Management.Automation.Language.NamedBlockAst] }, $true)
    $found = foreach ($statement in $blocks.Statements) {
        $extent = $statement.Extent
        if ($statement -is [Management.Automation.Language.FunctionDefinitionAst]) { continue }
        if ($lines[$extent.StartLineNumber - 1].Substring(0, $extent.StartColumnNumber - 1).Trim() -eq '') { $extent.StartLineNumber - 1 }
    }
    $rows[$path] = @($found | Sort-Object -Unique)
}
ConvertTo-Json -InputObject $rows -Compress
