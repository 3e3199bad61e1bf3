param($Windows)
# A virtual machine program left an entry of its own kind of address (40), and a VPN client is there and well.
$list = 'HKLM:\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters\Protocol_Catalog9\Catalog_Entries64'
$Windows.Registry["$list\000000000004"] = @{ PackedCatalogItem = New-CatalogItem -Path '%windir%\system32\gone.dll' -Family 40 }
$null = New-Item -Path 'C:\Program Files\VPN' -ItemType Directory -Force
Set-Content -LiteralPath 'C:\Program Files\VPN\layer.dll' -Value 'x'
$Windows.Registry["$list\000000000005"] = @{ PackedCatalogItem = New-CatalogItem -Path 'C:\Program Files\VPN\layer.dll' -Family 2 }
$Windows.Registry["$list\000000000006"] = @{ PackedCatalogItem = New-CatalogItem -Path '%OTHER%\layer.dll' -Family 2 }
@{
    Reason   = 'others'
    HResult  = @()
    Evidence = @{ Entries = 4; Others = 'C:\Program Files\VPN\layer.dll' }
}
