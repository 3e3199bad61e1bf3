# On the screen characters of East Asian scripts take two columns.
function Format-Cell {
    param([string] $Text, [int] $Width)
    $wide = @($Text.ToCharArray() | Where-Object { $_ -ge [char] 0x2E80 }).Count
    $Text + (' ' * [math]::Max(0, $Width - $Text.Length - $wide))
}
