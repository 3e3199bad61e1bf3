param($Windows)
# Users have named it as a reason, Microsoft has not: said, and no problem.
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$folder = 'C:\Users\' + [char] 0x4F50 + [char] 0x85E4
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = $folder; State = 0 }
$null = New-Item -Path $folder -ItemType Directory -Force
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = [int] '0x8007001F' }
@{ Reason = 'letters'; HResult = @(); Evidence = @{ Profiles = 1 } }
