rem Evidence:
