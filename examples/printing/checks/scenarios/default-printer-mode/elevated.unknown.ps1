param($Windows)
# HKCU may be that of whoever confirmed the window: what stands there says nothing, good or bad.
$Windows.Account.Elevated = $true
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'].LegacyDefaultPrinterMode = 1
@{ Reason = 'asUser'; HResult = @(); Says = '*that was not opened as administrator.' }
