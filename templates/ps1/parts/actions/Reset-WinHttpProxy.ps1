# netsh writes the values, for 64 and 32 bits; both are kept first, so that undo writes them back.
function Reset-WinHttpProxy {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    $name = 'WinHttpSettings'
    $captured = [ordered]@{}
    foreach ($software in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
        $key = "HKLM:\$software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
        # Without the key there is nothing to lose.
        $snapshot = Get-RegistrySnapshot -Path $key -Name $name
        if ($snapshot -ne 'no-key') { $captured["$($key -replace '^HKLM:', 'HKLM'):$name"] = $snapshot }
    }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doWinHttpProxy'))) { return }
    $entries = @($captured.Keys | ForEach-Object {
            Add-JournalPlan -Action 'registry-value' -Target $_ -Before $captured[$_] -After 'any'
        })
    $splat = @{
        Path           = "$env:SystemRoot\System32\netsh.exe"
        ArgumentList   = 'winhttp', 'reset', 'proxy'
        TimeoutSeconds = 60
    }
    $answer = Invoke-NativeTool @splat
    $isDone = -not $answer.TimedOut -and $answer.ExitCode -eq 0
    $state = if ($isDone) { 'done' } else { 'failed' }
    foreach ($entry in $entries) { Complete-JournalEntry -Number $entry -State $state }
    if ($isDone) { return }
    $with = @{ Command = 'netsh winhttp reset proxy'; Code = $answer.ExitCode; Minutes = 1 }
    throw (Get-Message -Key $(if ($answer.TimedOut) { 'toolTimedOut' } else { 'toolFailed' }) -With $with)
}
