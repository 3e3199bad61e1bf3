param($Windows)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\Ann'; State = 256 }
$null = New-Item -Path 'C:\Users\Ann' -ItemType Directory -Force
$Windows.Registry["$list\S-1-12-1-5-6-7-8"] = @{ ProfileImagePath = 'C:\Users\Ben'; State = 0 }
$null = New-Item -Path 'C:\Users\Ben' -ItemType Directory -Force
@{ Reason = ''; HResult = @(); Evidence = @{ Profiles = 2 } }
