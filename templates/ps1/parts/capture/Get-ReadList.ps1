# What detections read, found in the text of this script: { Commands, Members, Methods, Variables, Own }, so that a
# new check is captured without a word about it. Functions that reach past commands are taken as one read, and
# what only reckons is none.
function Get-ReadList {
    param([Parameter(Mandatory)] [scriptblock[]] $Test)
    $whole = 'Get-RegistryValue', 'Get-SubkeyName', 'Get-WinHttpProxy', 'Read-EventLog', 'Invoke-NativeTool',
    'Invoke-WithLimit', 'Get-ImageHealth', 'Get-WebDate', 'Test-TcpPort', 'Measure-Download', 'Get-FreeSpace',
    'Get-Account', 'Read-LogLine', 'Get-TlsIssuer'
    $none = 'ForEach-Object', 'Where-Object', 'Sort-Object', 'Select-Object', 'Group-Object', 'Measure-Object',
    'Compare-Object', 'Get-Unique', 'Join-Path', 'Split-Path', 'New-TimeSpan', 'Out-Null', 'Write-Debug',
    'Write-Information', 'Write-Output', 'Write-Progress', 'Write-Verbose', 'ConvertFrom-Csv',
    'ConvertFrom-Json', 'ConvertTo-Json', 'Start-Sleep'
    # Sets, since a name can be one of those that a table has itself.
    $list = @{ Own = @{} }
    foreach ($kind in 'Commands', 'Members', 'Methods', 'Variables') {
        $list[$kind] = New-Object -TypeName 'System.Collections.Generic.HashSet[string]' -ArgumentList (
            [StringComparer]::OrdinalIgnoreCase)
    }
    $root = $Test[0].Ast
    while ($root.Parent) { $root = $root.Parent }
    $isFunction = { $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }
    foreach ($function in $root.FindAll($isFunction, $false)) { $list.Own[$function.Name] = $function }
    $isTelling = {
        $args[0] -is [Management.Automation.Language.CommandAst] -or
        $args[0] -is [Management.Automation.Language.MemberExpressionAst] -or
        $args[0] -is [Management.Automation.Language.StringConstantExpressionAst] -or
        $args[0] -is [Management.Automation.Language.VariableExpressionAst]
    }
    $queue = New-Object -TypeName 'System.Collections.Generic.Queue[object]'
    foreach ($one in $Test) { $queue.Enqueue($one.Ast) }
    $seen = @{}
    while ($queue.Count -gt 0) {
        foreach ($node in $queue.Dequeue().FindAll($isTelling, $true)) {
            switch ($node.GetType().Name) {
                'StringConstantExpressionAst' { $null = $list.Members.Add($node.Value) }
                'InvokeMemberExpressionAst' {
                    if (-not $node.Static) { $null = $list.Methods.Add("$($node.Member)") }
                }
                'VariableExpressionAst' {
                    $drive, $name = "$($node.VariablePath)" -split ':'
                    if ($drive -eq 'env') { $null = $list.Variables.Add($name) }
                }
                'CommandAst' {
                    $name = $node.GetCommandName()
                    if (-not $name -or $name -in $none) { continue }
                    $isRead = $name -in $whole -or -not $list.Own.ContainsKey($name)
                    if ($isRead) { $null = $list.Commands.Add($name) }
                    elseif (-not $seen.ContainsKey($name)) {
                        $seen[$name] = $true
                        $queue.Enqueue($list.Own[$name])
                    }
                }
            }
        }
    }
    $list
}
