# Undo cannot bring the catalogue back: only programs can enter themselves. It is kept beside the journal to read.
function Reset-WinsockCatalog {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    if (-not (Confirm-Change -Text (Get-Message -Key 'doWinsock'))) { return }
    $system = "$env:SystemRoot\System32"
    $entry = Add-JournalPlan -Action 'repair-tool' -Target 'netsh' -Before 'winsock.reg' -After 'winsock reset'
    $file = Join-Path -Path (Split-Path -Path $script:Journal) -ChildPath 'winsock.reg'
    $key = 'HKLM\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters'
    $splat = @{ Path = "$system\reg.exe"; ArgumentList = 'export', $key, $file, '/y'; TimeoutSeconds = 60 }
    $answer = Invoke-NativeTool @splat
    if ($answer.ExitCode -eq 0) {
        $splat = @{ Path = "$system\netsh.exe"; ArgumentList = 'winsock', 'reset'; TimeoutSeconds = 60 }
        $answer = Invoke-NativeTool @splat
    }
    if ($answer.ExitCode -eq 0) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    $with = @{ Command = Split-Path -Path $splat.Path -Leaf; Code = $answer.ExitCode; Minutes = 1 }
    throw (Get-Message -Key $(if ($answer.TimedOut) { 'toolTimedOut' } else { 'toolFailed' }) -With $with)
}
