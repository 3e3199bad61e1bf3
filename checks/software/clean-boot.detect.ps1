$option = 'HKLM:\SYSTEM\CurrentControlSet\Control\SafeBoot\Option'
$evidence = @{ SwitchedOff = 0; Others = 0; Names = @() }
if (Get-RegistryValue -Path $option -Name 'OptionValue') {
    return New-Finding -Status Problem -Reason 'safe-mode' -Evidence $evidence
}
$evidence['SwitchedOff'] = @(Get-SubkeyName -Path 'HKLM:\SOFTWARE\Microsoft\Shared Tools\MSConfig\services').Count
$query = @{ ClassName = 'Win32_Service'; Filter = "State='Running'"; Property = 'DisplayName', 'PathName' }
try { $services = @(Get-CimInstance @query -OperationTimeoutSec 30) }
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
# svchost hosts parts of Windows, with rare exceptions. The file names its maker.
$others = @($services | Where-Object {
        if ("$($_.PathName)" -notmatch '^"?(.+?\.exe)\b' -or $Matches[1] -like '*\svchost.exe') { return $false }
        $file = Get-Item -LiteralPath $Matches[1] -ErrorAction SilentlyContinue
        $file -and $file.VersionInfo.CompanyName -notlike 'Microsoft*'
    })
$evidence['Others'] = $others.Count
$evidence['Names'] = @($others | Select-Object -First 10 | ForEach-Object { $_.DisplayName })
$reason = if ($others.Count -gt 0) { 'others' }
if ($evidence.SwitchedOff -gt 0) { $reason = 'switched-off' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
