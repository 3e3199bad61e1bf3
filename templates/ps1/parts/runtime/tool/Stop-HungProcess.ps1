# The thread of a call that never returns would keep the process alive. A console that a person types into stays.
function Stop-HungProcess {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Ends this process alone.')]
    param([Parameter(Mandatory)] [int] $Code)
    # A restricted language started nothing that could hang, and may not ask.
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { return }
    if (-not [AppDomain]::CurrentDomain.GetData('Mendsheet.HungCall')) { return }
    # -File, -Command and -EncodedCommand, as short as PowerShell takes them.
    $isStarted = [Environment]::GetCommandLineArgs() -match '^[-/](?:f|fi|fil|file|c|com.*|e|ec|enc.*)$'
    if ($isStarted -and $Host.Name -eq 'ConsoleHost') { [Environment]::Exit($Code) }
}
