$lines = @(Get-PrinterDriver | ForEach-Object { "$($_.Name), version $($_.MajorVersion), $($_.InfPath)" })
Add-BundleText -Name 'PrinterDrivers.txt' -Text $lines
# What it prints is translated, and for people to read.
$answer = Invoke-ReadOnlyTool -Path "$env:SystemRoot\System32\pnputil.exe" -ArgumentList '/enum-drivers'
Add-BundleText -Name 'DriverPackages.txt' -Text @($answer.Lines)
