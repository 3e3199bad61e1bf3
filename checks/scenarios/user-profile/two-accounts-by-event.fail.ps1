param($Windows)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
foreach ($sid in 'S-1-5-21-1-2-3-1001', 'S-1-5-21-9-9-9-1001') {
    $Windows.Registry["$list\$sid"] = @{ ProfileImagePath = 'C:\Users\sato'; State = 0 }
}
$null = New-Item -Path 'C:\Users\sato' -ItemType Directory -Force
$title = 'Windows 11' + [char] 0x3001 + [char] 0x30D0 + [char] 0x30FC + [char] 0x30B8 + [char] 0x30E7 + [char] 0x30F3 + ' 24H2'
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = $title; errorCode = '0x8007001f' }
})
@{ Reason = 'shared'; HResult = @(); Evidence = @{ Profiles = 2; Shared = 'C:\Users\sato' } }
