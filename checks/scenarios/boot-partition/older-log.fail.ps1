param($Windows)
# The lines stand in the log before the newest one.
$day = [datetime]::UtcNow.AddDays(-1).ToString('yyyy-MM-dd')
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CbsPersist_20261127100000.log' -Value "$day 10:00:00, Info                  CBS    ServicingBootFiles failed. Error = 0x70"
$Windows.Cim['MSFT_Partition'] = @()
@{ Reason = 'boot-full'; HResult = '0x800F0922'; Evidence = @{ Needed = 250 } }
