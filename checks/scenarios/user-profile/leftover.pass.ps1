param($Windows)
# The folder was deleted by hand, and an old entry remains beside a sound one: common, and harmless until an upgrade.
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\Ann'; State = 0 }
$null = New-Item -Path 'C:\Users\Ann' -ItemType Directory -Force
$Windows.Registry["$list\S-1-5-21-1-2-3-1001.bak"] = @{ ProfileImagePath = 'C:\Users\Ann.old'; State = 0 }
$null = New-Item -Path 'C:\Users\Ann.old' -ItemType Directory -Force
$Windows.Registry["$list\S-1-5-21-1-2-3-1002"] = @{ ProfileImagePath = 'C:\Users\Gone'; State = 0 }
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Leftovers = 'S-1-5-21-1-2-3-1001.bak', 'S-1-5-21-1-2-3-1002'; Profiles = 3 }
}
