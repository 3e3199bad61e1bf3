# The packs of MSDT run for a person alone, and newer releases have neither them nor the program.
$old = Join-Path -Path $env:SystemRoot -ChildPath 'System32\msdt.exe'
$pack = Join-Path -Path $env:SystemRoot -ChildPath 'diagnostics\system\WindowsUpdate'
$apps = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\ScriptedDiagnostics'
$evidence = @{
    OldTool         = (Test-Path -LiteralPath $old) -and (Test-Path -LiteralPath $pack)
    GetHelp         = @(Get-SubkeyName -Path $apps | Where-Object { $_ -like 'Microsoft.GetHelp_*' }).Count -gt 0
    AllowedByPolicy = (Get-RegistryValue -Path $policy -Name 'EnableDiagnostics') -ne 0
}
if ($evidence.GetHelp) { return New-Finding -Status Ok -Reason 'get-help' -Evidence $evidence }
if ($evidence.OldTool -and $evidence.AllowedByPolicy) {
    return New-Finding -Status Ok -Reason 'old-tool' -Evidence $evidence
}
if (Test-Path -LiteralPath $apps) {
    # It is missed only where updates fail; apps from the Store fail for reasons of their own.
    $since = (Get-Date).ToUniversalTime().AddDays(-14)
    $query = @{ Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Since = $since }
    $failed = @(Get-EventRecord @query | Where-Object {
            -not (Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle']) -and
            (Test-FailureCode -Code $_.Data['errorCode'])
        })
    $isMissed = $failed -and $evidence.AllowedByPolicy
    if ($isMissed) { return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence }
    return New-Finding -Status Ok -Reason 'none' -Evidence $evidence
}
New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
