param($Windows)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\TEMP'; State = 2048 }
$null = New-Item -Path 'C:\Users\TEMP' -ItemType Directory -Force
$Windows.Registry["$list\S-1-5-21-1-2-3-1001.bak"] = @{ ProfileImagePath = 'C:\Users\Ann'; State = 0 }
$null = New-Item -Path 'C:\Users\Ann' -ItemType Directory -Force
@{
    Reason   = 'temporary'
    HResult  = @()
    Evidence = @{ Broken = 'S-1-5-21-1-2-3-1001'; Leftovers = 'S-1-5-21-1-2-3-1001.bak'; Profiles = 2 }
}
