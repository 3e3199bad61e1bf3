param($Windows)
# The work was staged before the last start and still waits.
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\PackagesPending"] = @{}
$staged = New-Item -Path 'C:\Windows\WinSxS\pending.xml' -ItemType File -Force
$staged.LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-300)
@{
    Reason   = 'survived-restart'
    HResult  = @()
    Evidence = @{
        Causes        = 'Servicing PackagesPending'
        FastStartup   = $false
        LastBoot      = '*T*Z'
        QueuedRenames = 0
        StagedSince   = $staged.LastWriteTimeUtc.ToString('s') + 'Z'
    }
}
