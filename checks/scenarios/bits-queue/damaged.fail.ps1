param($Windows)
$null = $Windows
# Also of an older Windows, where the queue is two files without a database.
$folder = 'C:\ProgramData\Microsoft\Network\Downloader'
Set-Content -LiteralPath "$folder\qmgr0.dat" -Value 'old'
Set-Content -LiteralPath "$folder\qmgr1.dat" -Value 'old'
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    if ($AllUsers -and -not (Get-ChildItem -Path 'C:\ProgramData\Microsoft\Network\Downloader\qmgr*.d*' -Force | Where-Object { $_.Name -notmatch 'mendsheet' })) { return }
    throw [Runtime.InteropServices.COMException]::new('The queue is damaged', 0x8020006C)
}
@{
    Reason   = 'damaged'
    HResult  = '0x8020006C'
    Evidence = @{ Codes = '0x8020006C'; Jobs = 0; Limit = 300; OtherJobs = 0; UpdateJobs = 0 }
}
