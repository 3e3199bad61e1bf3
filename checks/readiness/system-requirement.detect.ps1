param([string[]] $Requirements, [string[]] $Processors, [int] $ExtendedRevision)
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$build = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
$target = if ($build -lt 19041) { 'Windows 10' } else { 'Windows 11' }
if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') { $target = 'Windows Server' }
$row = "$($Requirements | Where-Object { $_ -like "${target}:*" })"
$cpu = 'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor'
# Windows can use less than is built in.
$modules = @(Get-CimInstance -ClassName Win32_PhysicalMemory -Property Capacity -OperationTimeoutSec 30)
$bytes = ($modules | ForEach-Object { $_.Capacity } | Measure-Object -Sum).Sum
$drive = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'" -OperationTimeoutSec 30
$firmware = Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Control' -Name 'PEFirmwareType'
$found = @{
    'RAM-GB' = if ($bytes) { [math]::Floor($bytes / 1073741824) }
    # A drive sold as 64 GB has a little less; Setup rounds as well.
    'Disk-GB' = if ($drive) { [math]::Round($drive.Size / 1073741824) }
    CPUs     = @(Get-SubkeyName -Path $cpu).Count
    UEFI     = if ($firmware -in 1, 2) { $firmware - 1 }
    TPM      = $null
}
try {
    $query = @{ Namespace = 'root\CIMV2\Security\MicrosoftTpm'; ClassName = 'Win32_Tpm'; OperationTimeoutSec = 30 }
    $chip = Get-CimInstance @query | ForEach-Object { $_.SpecVersion }
    $found['TPM'] = if ("$chip" -match '^\s*(\d)') { [int] $Matches[1] } else { 0 }
}
catch {
    # Only an administrator may ask the chip; its device everyone sees.
    $device = Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\TPM\Enum' -Name '0'
    if ($device -like 'ACPI\MSFT0101\*') { $found['TPM'] = 2 }
}
$missing = @()
$unread = @()
foreach ($pair in $row -split ' ' -like '*=*') {
    $name, $needed = $pair -split '='
    if ($null -eq $found[$name]) { $unread += $name }
    elseif ($found[$name] -lt [int] $needed) { $missing += "$name $($found[$name]) < $needed" }
}
$vendor = Get-RegistryValue -Path "$cpu\0" -Name 'VendorIdentifier'
$model = [string] (Get-RegistryValue -Path "$cpu\0" -Name 'Identifier')
$product = Get-RegistryValue -Path 'HKLM:\HARDWARE\DESCRIPTION\System\BIOS' -Name 'SystemProductName'
# A virtual machine shows the model that its host gave it.
if ($target -eq 'Windows 11' -and "$product" -notmatch 'Virtual|VMware|KVM|HVM|QEMU' -and
    $model -match 'Family (\d+) Model (\d+)') {
    $family, $number = [int] $Matches[1], [int] $Matches[2]
    foreach ($range in $Processors -like "$vendor *") {
        $null, $low, $high, $first, $last = $range -split '[ -]'
        if ($family -in [int] $low..[int] $high -and $number -in [int] $first..[int] $last) { $missing += $model }
    }
}
$missing = @($missing -replace '-GB (.+) <(.+)', ' $1 GB <$2 GB')
$evidence = @{ Target = $target; Missing = $missing; Unread = $unread }
foreach ($name in $found.Keys) { $evidence[($name -replace '-')] = $found[$name] }
if ($missing) {
    # Who runs it already, or stays on Windows 10 on purpose, lacks nothing.
    $stays = (Get-RegistryValue -Path $version -Name 'UBR') -gt $ExtendedRevision -and $build -eq 19045
    $stays = $stays -or (Get-RegistryValue -Path $version -Name 'EditionID') -match '^(IoT)?EnterpriseS'
    if ($build -ge 22000 -or $stays -or $target -eq 'Windows Server') {
        return New-Finding -Status Ok -Reason 'runs-anyway' -Evidence $evidence
    }
    return New-Finding -Status Problem -Reason 'not-ready' -Evidence $evidence
}
if ($unread) { return New-Finding -Status Unknown -Reason 'partly-read' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
