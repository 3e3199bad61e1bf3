Add-BundleRegistry -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Monitors'
