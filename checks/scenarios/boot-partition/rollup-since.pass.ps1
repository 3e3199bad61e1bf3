param($Windows)
# Somebody installed it by hand: no event says so, the list of packages does.
$time = [int] [math]::Floor([datetime]::UtcNow.AddHours(-20).ToFileTimeUtc() / 4294967296)
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{ CurrentState = 112; InstallTimeHigh = $time }
$null = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
$time = [datetime]::UtcNow.AddHours(-30).ToLocalTime().ToString('s').Replace('T', ' ')
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value "$time, Info                  CBS    SpaceCheck: Insufficient free space"
@{ Reason = ''; HResult = @(); Evidence = @{ BootFree = 160 } }
