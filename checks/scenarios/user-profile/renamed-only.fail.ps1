param($Windows)
# The next sign-in of this user gets a new profile.
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001.bak"] = @{ ProfileImagePath = 'C:\Users\Ann'; State = 0 }
$null = New-Item -Path 'C:\Users\Ann' -ItemType Directory -Force
@{
    Reason   = 'temporary'
    HResult  = @()
    Evidence = @{ Broken = 'S-1-5-21-1-2-3-1001.bak'; Profiles = 1 }
}
