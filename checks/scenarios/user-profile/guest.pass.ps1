param($Windows)
# A profile that is temporary by intention has no .bak beside it.
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\Guest'; State = 2048 }
$null = New-Item -Path 'C:\Users\Guest' -ItemType Directory -Force
@{ Reason = ''; HResult = @(); Evidence = @{ Profiles = 1 } }
