param($Windows)
# SFC could not repair a file in the middle of its run, since the store had no good copy. With a mended store it can.
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
$log = 'C:\Windows\Logs\CBS\CBS.log'
Set-Content -LiteralPath $log -Value @(
    Get-SfcLine -DamagedBatch 2
    '2026-11-20 10:00:03, Info                  CSI    00000014 [SR] Repairing 1 components'
    '2026-11-20 10:00:03, Info                  CSI    00000015 [SR] Beginning Verify and Repair transaction'
    '2026-11-20 10:00:03, Info                  CSI    00000016 [SR] Cannot repair member file [l:9]''wuapi.dll'' of Microsoft-Windows-WindowsUpdateClient'
    '2026-11-20 10:00:03, Info                  CSI    00000017 [SR] Repair complete'
)
$repaired = @(
    Get-SfcLine
    '2026-11-22 10:00:03, Info                  CSI    00000024 [SR] Repairing 0 components'
    '2026-11-22 10:00:03, Info                  CSI    00000025 [SR] Beginning Verify and Repair transaction'
    '2026-11-22 10:00:03, Info                  CSI    00000026 [SR] Repair complete'
)
$Windows.Tools['sfc.exe'] = {
    Add-Content -LiteralPath $log -Value $repaired
    @{ ExitCode = 0 }
}.GetNewClosure()
@{
    Reason   = 'files-damaged'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; Files = 'wuapi.dll'; State = 'Healthy' }
}
