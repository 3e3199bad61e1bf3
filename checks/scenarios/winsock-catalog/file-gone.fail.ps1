param($Windows)
$list = 'HKLM:\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters\Protocol_Catalog9\Catalog_Entries64'
$Windows.Registry["$list\000000000004"] = @{ PackedCatalogItem = New-CatalogItem -Path 'C:\Program Files\VPN\layer.dll' -Family 2 }
@{
    Reason   = 'missing'
    HResult  = @()
    Evidence = @{
        Entries = 3
        Missing = 'C:\Program Files\VPN\layer.dll'
        Others  = 'C:\Program Files\VPN\layer.dll'
    }
}
