param($Windows)
# Another reason than space.
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '1'; Errorcode = '-2147024891' } })
