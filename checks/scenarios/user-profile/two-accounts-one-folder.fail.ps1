param($Windows)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
foreach ($sid in 'S-1-5-21-1-2-3-1001', 'S-1-5-21-9-9-9-1001') {
    $Windows.Registry["$list\$sid"] = @{ ProfileImagePath = 'C:\Users\sato'; State = 0 }
}
$null = New-Item -Path 'C:\Users\sato' -ItemType Directory -Force
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = [int] '0x8007001F' }
@{ Reason = 'shared'; HResult = @(); Evidence = @{ Profiles = 2; Shared = 'C:\Users\sato' } }
