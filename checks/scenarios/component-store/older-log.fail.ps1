param($Windows)
# Windows has given the part of the log with the damage another name since.
# A run of SFC in the log of servicing, as recorded on 25H2: batches of 100 components, each with a transaction.
function Get-SfcLine {
    param([int] $Batches = 5, [int] $DamagedBatch, [switch] $Interrupted)
    '2026-11-20 10:00:00, Info                  CBS    TiWorker: Client requests SFP repair object.'
    foreach ($number in 1..$Batches) {
        $count = if ($number -eq $Batches -and -not $Interrupted) { 2 } else { 100 }
        "2026-11-20 10:00:01, Info                  CSI    00000010 [SR] Verifying $count components"
        '2026-11-20 10:00:01, Info                  CSI    00000011 [SR] Beginning Verify and Repair transaction'
        if ($number -eq $DamagedBatch) {
            '2026-11-20 10:00:01, Info                  CSI    00000012 [SR] Cannot repair member file [l:9]"wuapi.dll" of Microsoft-Windows-WindowsUpdateClient, version 10.0.26100.1, arch amd64, in the store, hash mismatch'
        }
        '2026-11-20 10:00:02, Info                  CSI    00000013 [SR] Verify complete'
    }
}
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CbsPersist_20261120100000.log' -Value (Get-SfcLine -DamagedBatch 3)
(Get-Item -LiteralPath 'C:\Windows\Logs\CBS\CbsPersist_20261120100000.log').LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-1)
$log = 'C:\Windows\Logs\CBS\CBS.log'
$repaired = Get-SfcLine
$Windows.Tools['sfc.exe'] = {
    Add-Content -LiteralPath $log -Value $repaired
    @{ ExitCode = 0 }
}.GetNewClosure()
@{
    Reason   = 'files-damaged'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; Files = 'wuapi.dll'; State = 'Healthy' }
}
