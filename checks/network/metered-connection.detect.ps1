param([int] $StaleDays)
# Windows keeps a cost for each kind of network (2 and 3 are metered), and one that a person chose for a network.
$costs = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'
$profiles = 'HKLM:\SOFTWARE\Microsoft\DusmSvc\Profiles'
# Policy DataUsage/SetCost4G.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WwanSvc\NetCost'
$kinds = @{ 6 = 'Ethernet'; 71 = 'WiFi'; 243 = '4G'; 244 = '4G' }
$known = @(Get-NetAdapter -ErrorAction SilentlyContinue)
if (-not $known) { return New-Finding -Status Unknown -Reason 'unreadable' }
# Those of hypervisors and VPN lead nowhere by themselves.
$adapters = @($known | Where-Object {
        $isVirtual = $_ | Select-Object -ExpandProperty Virtual -ErrorAction SilentlyContinue
        $_.InterfaceOperationalStatus -eq 1 -and -not $isVirtual -and $kinds.ContainsKey([int] $_.InterfaceType)
    })
$metered = @($adapters | Where-Object {
        $guid = $_ | Select-Object -ExpandProperty InterfaceGuid -ErrorAction SilentlyContinue
        $networks = @(if ($guid) { Get-SubkeyName -Path "$profiles\$guid" })
        $chosen = @($networks | ForEach-Object { Get-RegistryValue -Path "$profiles\$guid\$_" -Name 'UserCost' })
        $kind = $kinds[[int] $_.InterfaceType]
        $usual = if ($kind -eq '4G') { Get-RegistryValue -Path $policy -Name 'Cost4G' }
        if ($null -eq $usual) { $usual = Get-RegistryValue -Path $costs -Name $kind }
        # A network for which nobody chose counts as its kind does; a choice of 0 is one.
        if ($chosen.Count) { @($chosen | Where-Object { $_ -ne 2 }).Count -eq 0 } else { $usual -in 2, 3 }
    })
# A person, a group policy or an MDM may allow it.
$name = 'AllowAutoWindowsUpdateDownloadOverMeteredNetwork'
$allowed = 'Microsoft\WindowsUpdate\UX\Settings', 'Policies\Microsoft\Windows\WindowsUpdate',
'Microsoft\PolicyManager\current\device\Update' | ForEach-Object {
    Get-RegistryValue -Path "HKLM:\SOFTWARE\$_" -Name $name
}
$updated = Get-LastRollupTime
$evidence = @{
    Metered    = @($metered | ForEach-Object { $_.InterfaceDescription })
    Allowed    = $allowed -contains 1
    LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) }
}
# One way that is not metered is enough.
$isHeld = $metered.Count -gt 0 -and $metered.Count -eq $adapters.Count -and -not $evidence.Allowed
if (-not $isHeld) { return New-Finding -Status Ok -Evidence $evidence }
if ($updated -and $updated -lt (Get-Date).ToUniversalTime().AddDays(-$StaleDays)) {
    return New-Finding -Status Problem -Reason 'holds-back' -Evidence $evidence
}
New-Finding -Status Ok -Reason 'metered' -Evidence $evidence
