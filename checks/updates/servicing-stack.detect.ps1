param([int] $Days, [string[]] $Codes)
# The names of the values are versions of stacks; the highest one works.
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version'
$names = @(if (Test-Path -LiteralPath $key) { (Get-Item -LiteralPath $key).GetValueNames() })
$versions = @($names | Where-Object { $_ -match '^\d{1,9}(\.\d{1,9}){3}$' } |
        Sort-Object -Property { [version] $_ })
if ($versions.Count -eq 0) { return New-Finding -Status Unknown -Reason 'version-unreadable' }
$evidence = @{ Version = $versions[-1]; Codes = @() }
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
# Which stack is the newest, Windows does not know: only what asks for a newer one tells.
try { $open = @(Get-OpenFailure -Provider 'Microsoft-Windows-WindowsUpdateClient' -Since $since -Code $Codes) }
catch { return New-Finding -Status Unknown -Reason 'events-unreadable' -Evidence $evidence }
$evidence['Codes'] = @($open | ForEach-Object { $_.Code } | Select-Object -Unique)
if ($open.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
New-Finding -Status Problem -Reason 'too-old' -Evidence $evidence -HResult $evidence.Codes
