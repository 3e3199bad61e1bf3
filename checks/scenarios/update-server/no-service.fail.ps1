param($Windows)
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @() }
