# A second runspace for what may never return: this script, dot-sourced from the text that is parsed already, so
# that it costs a few milliseconds once. Outputs nothing where it would have a restricted language.
function Open-Worker {
    $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $worker = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($Host, $state)
    $worker.ThreadOptions = 'ReuseThread'
    $worker.Open()
    if ("$($worker.SessionStateProxy.LanguageMode)" -ne 'FullLanguage') { return $worker.Dispose() }
    $text = ${function:Open-Worker}.Ast
    while ($text.Parent) { $text = $text.Parent }
    $names = 'Given', 'Language', 'OutputFormat', 'Recording'
    $values = @(Get-Variable -Scope Script | Where-Object -Property Name -In $names)
    $load = {
        param($text, $values)
        . $text.GetScriptBlock()
        foreach ($value in $values) { Set-Variable -Scope Global -Name $value.Name -Value $value.Value }
    }
    $shell = [PowerShell]::Create()
    $shell.Runspace = $worker
    $null = $shell.AddScript("$load").AddArgument($text).AddArgument($values).Invoke()
    $shell.Dispose()
    $worker
}
