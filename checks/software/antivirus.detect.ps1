param([string] $Defender, [string[]] $Removers, [int] $Days)
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') {
    return New-Finding -Status NotApplicable -Reason 'on-server'
}
$query = @{ Namespace = 'root\SecurityCenter2'; ClassName = 'AntiVirusProduct'; OperationTimeoutSec = 30 }
try { $products = @(Get-CimInstance @query) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Error = $_.Exception.GetType().Name } }
# The list keeps removed products: one counts only while its program is there. The four bits: 0 off, 1 on, 2
# snoozed, 3 expired.
$running = @($products | Where-Object {
        $program = "$($_.pathToSignedProductExe)" -replace '^%ProgramFiles%', $env:ProgramFiles
        $_.instanceGuid -ne $Defender -and ($_.productState -band 0xF000) -eq 0x1000 -and
        (Test-Path -LiteralPath $program.Trim('"') -PathType Leaf)
    })
$active = @($running | ForEach-Object { $_.displayName } | Sort-Object -Unique)
# What its maker offers to remove it with, by a part of its path.
$tools = @($Removers | Where-Object {
        $part = ($_ -split '=')[0]
        $running | Where-Object {
            "$($_.pathToSignedProductExe)".IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0
        }
    } | ForEach-Object { ($_ -split '=')[1] })
if (-not $tools) { $tools = @('-') }
$evidence = @{ Active = $active; Listed = @($products | ForEach-Object { $_.displayName }); Removers = $tools }
if ($active.Count -gt 1) { return New-Finding -Status Problem -Reason 'several' -Evidence $evidence }
if ($active -and (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
    return New-Finding -Status Ok -Reason 'after-failure' -Evidence $evidence
}
$reason = if ($active.Count -eq 1) { 'other-maker' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
