flat in int entity;
layout(location = 0) out int id;

void main() {
  id = entity;
}
