param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ DeferQualityUpdatesPeriodInDays = 7; AllowAutoUpdate = 2 }
