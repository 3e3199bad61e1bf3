param($Windows)
# The last run of SFC could not repair a file, since the store had no good copy. With a mended store it can.
$log = 'C:\Windows\Logs\CBS\CBS.log'
Set-Content -LiteralPath $log -Value @(
    '2026-11-20 10:00:00, Info                  CSI    00000010 [SR] Beginning Verify and Repair transaction'
    '2026-11-20 10:00:01, Info                  CSI    00000011 [SR] Cannot repair member file [l:9]''wuapi.dll'' of WindowsUpdate'
    '2026-11-20 10:00:02, Info                  CSI    00000012 [SR] Repair complete'
)
$Windows.Tools['sfc.exe'] = {
    $lines = '2026-11-22 10:00:00, Info CSI 00000020 [SR] Beginning Verify and Repair transaction',
    '2026-11-22 10:00:01, Info CSI 00000021 [SR] Repairing file wuapi.dll from store',
    '2026-11-22 10:00:02, Info CSI 00000022 [SR] Repair complete'
    Add-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value $lines
    @{ ExitCode = 0 }
}
