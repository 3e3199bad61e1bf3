param([int] $Days, [int] $Hours)
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$query = @{ Log = 'System'; Since = $since }
try {
    # An update that has been installed since was kept off by no disk.
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $failed = @(Get-OpenFailure -Provider $client -Since $since | Where-Object { $_.Kind -eq 'install' } |
            ForEach-Object { $_.Time })
    if (-not $failed) { return New-Finding -Status Ok }
    $reach = 60 * $Hours
    $near = { $time = $_.Time; $failed | Where-Object { [math]::Abs(($time - $_).TotalMinutes) -le $reach } }
    # Damage of another drive or of a shadow copy keeps no update off. Not every volume has a letter.
    $damage = @(Get-EventRecord @query -Provider 'Ntfs' -Id 55 | Where-Object {
            $drive = [string] $_.Data['DriveName']
            $drive -eq $env:SystemDrive -or $drive -notmatch '^[A-Za-z]:$|HarddiskVolumeShadowCopy'
        } | Where-Object $near)
    $disk = @(Get-EventRecord @query -Provider 'disk' -Id 7, 51, 153 | Where-Object $near)
    if ($disk) {
        $storage = @{ Namespace = 'root\Microsoft\Windows\Storage'; OperationTimeoutSec = 30; ErrorAction = 'Stop' }
        $here = Get-CimInstance -ClassName MSFT_Partition @storage |
            Where-Object { "$($_.DriveLetter):" -eq $env:SystemDrive } | Select-Object -First 1
        if (-not $here) { throw 'No partition has the letter of Windows.' }
        # What other disks report, such as a worn-out USB stick, keeps no update off: \Device\Harddisk0\DR0.
        $disk = @($disk | Where-Object { $_.Data[''] -like "*\Harddisk$($here.DiskNumber)\*" })
    }
}
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' }
# 7: a bad block. After 51 and 153 Windows tried again, and may have succeeded.
$blocks = @($disk | Where-Object { $_.Id -eq 7 })
if (-not $damage -and -not $disk) { return New-Finding -Status Ok }
$evidence = @{
    System = $env:SystemDrive
    Drives = @($damage | ForEach-Object { $_.Data['DriveName'] } | Select-Object -Unique)
    Events = if ($blocks) { $blocks.Count } else { $disk.Count }
    Newest = @($damage + $blocks + $disk)[0].Time.ToString('s') + 'Z'
}
if ($damage) { return New-Finding -Status Problem -Reason 'file-system' -Evidence $evidence }
if ($blocks) { return New-Finding -Status Problem -Reason 'bad-blocks' -Evidence $evidence }
New-Finding -Status Ok -Reason 'retried' -Evidence $evidence
