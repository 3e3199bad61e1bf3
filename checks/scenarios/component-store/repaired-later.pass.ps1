param($Windows)
# An earlier run of SFC failed and a later one repaired it: looking for the words alone would still find the failure.
$null = $Windows
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value @(
    '2026-11-20 10:00:00, Info                  CSI    00000010 [SR] Beginning Verify and Repair transaction'
    '2026-11-20 10:00:01, Info                  CSI    00000011 [SR] Cannot repair member file [l:18{9}]"wuapi.dll" of WindowsUpdate'
    '2026-11-21 10:00:00, Info                  CSI    00000020 [SR] Verifying 1 components'
    '2026-11-21 10:00:00, Info                  CSI    00000021 [SR] Beginning Verify and Repair transaction'
    '2026-11-21 10:00:02, Info                  CSI    00000022 [SR] Verify complete'
)
