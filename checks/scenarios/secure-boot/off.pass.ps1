param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 0 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-9); Data = @{  } })
@{ Reason = ''; HResult = @() }
