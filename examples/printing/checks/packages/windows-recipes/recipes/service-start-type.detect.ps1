param([string] $Name, [string] $Wanted, [string] $WantedOnServer2016)
# Windows moves these between manual and automatic and starts them by trigger: only Disabled is a fault.
$key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
$windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
$is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
$evidence = @{ Service = $Name; Start = $null; Expected = $Wanted }
if ($is2016 -and $WantedOnServer2016 -ne 'same') { $evidence['Expected'] = $WantedOnServer2016 }
if (-not (Test-Path -LiteralPath $key)) {
    return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
}
$evidence['Start'] = Get-RegistryValue -Path $key -Name 'Start'
if ($null -eq $evidence.Start) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
if ($evidence.Start -eq 4) {
    return New-Finding -Status Problem -Reason 'disabled' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence
