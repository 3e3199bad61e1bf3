param($Windows)
$null = New-Item -Path 'C:\Windows\System32\ntoskrnl.exe' -ItemType File -Force
$Windows.Network.Online = $false
@{ Reason = 'no-witness'; HResult = @(); Evidence = @{ SyncDisabled = $false; SyncType = 'NTP' } }
